using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DoubleRandom.Core.Tests.Architecture;

/// <summary>
/// What a compiled assembly really uses of others, read from its metadata: this sees through generated code, suppressed
/// warnings and `using static`, which an analyzer over sources may not.
/// </summary>
internal sealed class AssemblyUses
{
    // The compiler's own code: an iterator asks for the thread's number so that each enumeration starts afresh.
    private static readonly Symbol[] ByTheCompiler = [Symbol.Parse("P:System.Environment.CurrentManagedThreadId")];

    private readonly MetadataReader reader;

    private AssemblyUses(MetadataReader reader)
    {
        this.reader = reader;
        Assemblies = [.. reader.AssemblyReferences.Select(handle => Text(reader.GetAssemblyReference(handle).Name))];
        Symbols = ReadSymbols();
    }

    public IReadOnlyList<string> Assemblies { get; }

    public IReadOnlySet<Symbol> Symbols { get; }

    public static AssemblyUses Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return new AssemblyUses(file.GetMetadataReader());
    }

    /// <summary>The used symbols that the list forbids.</summary>
    public IEnumerable<Symbol> Breaking(IReadOnlyList<Symbol> banned) =>
        Symbols.Where(use => banned.Any(ban => ban.Covers(use)));

    private HashSet<Symbol> ReadSymbols()
    {
        var members = reader.MemberReferences.Select(reader.GetMemberReference)
            .Select(member => (Owner: OwnerOf(member.Parent), Symbol: SymbolOf(member)))
            .Where(member => member.Owner.Length > 0)
            .ToList();
        var owners = members.Select(member => member.Owner).ToHashSet(StringComparer.Ordinal);
        // A type that is never called may still be the type of a field or a parameter.
        var bare = reader.TypeReferences.Select(NameOf).Where(name => !owners.Contains(name)).Select(name => new Symbol('T', name));
        return [.. members.Select(member => member.Symbol).Except(ByTheCompiler).Concat(bare)];
    }

    private Symbol SymbolOf(MemberReference member)
    {
        var owner = OwnerOf(member.Parent);
        var name = Text(member.Name);
        if (member.GetKind() == MemberReferenceKind.Field)
            return new Symbol('F', $"{owner}.{name}");
        if (name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal))
            return new Symbol('P', $"{owner}.{name[4..]}");
        var parameters = string.Join(',', member.DecodeMethodSignature(new TypeNames(NameOf), null).ParameterTypes);
        return new Symbol('M', $"{owner}.{name.Replace('.', '#')}" + (parameters.Length > 0 ? $"({parameters})" : ""));
    }

    private string OwnerOf(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => NameOf((TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)parent)
            .DecodeSignature(new TypeNames(NameOf), null).Split('{')[0],
        _ => "",
    };

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = Text(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}.{name}";
        return type.Namespace.IsNil ? name : $"{Text(type.Namespace)}.{name}";
    }

    private string Text(StringHandle handle) => reader.GetString(handle);
}
