using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Notices;
using Bilingual = DoubleRandom.Core.Bilingual;

namespace DoubleRandom.Service.Packs;

/// <summary>All checks that a pack must pass before it may run: the compiler's, its own tests, and the language of its notice templates. Command and server ask the same.</summary>
public static class PackValidation
{
    /// <summary>Validates one folder of the library; a base pack only as far as it makes sense alone.</summary>
    public static PackReport Of(PackLibrary library, string folder)
    {
        if (folder.StartsWith('_'))
            return new(folder, null, [.. PackCompiler.CheckFiles(library, folder), .. library.Of(folder).SelectMany(OfFile)]);
        var compiled = PackCompiler.Compile(library, folder);
        return new(folder, compiled.Pack, [.. compiled.Diagnostics, .. (compiled.Pack?.Templates ?? []).SelectMany(OfTemplate)]);
    }

    private static IEnumerable<Diagnostic> OfFile(PackFile file)
    {
        var name = file.Path.Split('/')[^1].Split('.');
        return name is [var template, var language, "hbs"]
            ? OfTemplate(new(template, language, System.Text.Encoding.UTF8.GetString(file.Content.Span), Place.WholeFile(file.Path)))
            : [];
    }

    private static IEnumerable<Diagnostic> OfTemplate(NoticeTemplate template) =>
        TemplateRenderer.Check($"{template.Name}.{template.Language}", template.Text, NoticeVariables.All).Select(fault => Diagnostic.Error(
            "TP001", template.Place with { Line = fault.Line, Column = fault.Column },
            new Bilingual(fault.Problem.Zh, fault.Problem.En), new Bilingual(fault.Remedy.Zh, fault.Remedy.En)));
}
