using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Publication;
using DoubleRandom.Store.Publication;

namespace DoubleRandom.Web.Pages.Statements;

/// <summary>The jurisdictions in whose name something can be stated.</summary>
/// <param name="Packs">The packs that run.</param>
public sealed record StatementChoiceView(IReadOnlyList<Pack> Packs);

/// <summary>The form on which an office states something to the public by hand.</summary>
/// <param name="Pack">The jurisdiction.</param>
/// <param name="Newest">What was published last, to be corrected or withdrawn from here.</param>
/// <param name="Attempt">What was entered.</param>
/// <param name="Preview">What the public would read; null before it was asked for.</param>
/// <param name="Done">What was just stated; null for nothing.</param>
/// <param name="Today">Today in the jurisdiction.</param>
public sealed record StatementView(Pack Pack, IReadOnlyList<PublicRecordRow> Newest, StatementAttempt Attempt, Statement? Preview, PublicReceipt? Done, DateOnly Today);

/// <summary>What was entered in the form, and why it was refused.</summary>
/// <param name="Do">The button that was pressed.</param>
/// <param name="By">Who.</param>
/// <param name="Texts">Everything else, by the name of its input.</param>
/// <param name="Refusals">Every reason; none before anything was tried.</param>
public sealed record StatementAttempt(string Do, string By, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>What was entered in an input; empty for nothing.</summary>
    public string this[string name] => Texts.GetValueOrDefault(name, "");

    /// <summary>Tells whether anything was changed since it was shown: what is stated is what somebody saw.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Texts.Where(text => text.Key is not ("once" or "seen")).OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Value)))));
}
