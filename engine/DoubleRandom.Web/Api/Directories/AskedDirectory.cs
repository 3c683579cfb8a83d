using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store.Directories;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.Problems;

namespace DoubleRandom.Web.Api.Directories;

/// <summary>The directory that an address means, or the problem that it is.</summary>
/// <param name="Pack">The jurisdiction.</param>
/// <param name="Sheet">The directory.</param>
/// <param name="Problem">404 when there is none; null otherwise.</param>
internal sealed record AskedDirectory(Pack Pack, DirectorySheet Sheet, ProblemResult? Problem)
{
    public DirectoryPlace Place => new(Pack.Jurisdiction.Folder, Sheet.Id);

    public static AskedDirectory Of(RunningPacks packs, string name, string directory)
    {
        if (packs.Named(name) is not { } pack)
            return new(null!, null!, packs.NoSuch(name));
        return DirectorySheets.Of(pack, directory) is { } sheet
            ? new(pack, sheet, null)
            : new(pack, null!, new ProblemResult(ProblemKind.NotFound, Faults.Unknown("directory-unknown", directory, "名录库", "directory")));
    }
}
