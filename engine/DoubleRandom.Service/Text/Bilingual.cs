namespace DoubleRandom.Service.Text;

/// <summary>One sentence for people, in Chinese and in English, meaning the same.</summary>
/// <param name="Zh">The Chinese sentence, shown first.</param>
/// <param name="En">The English sentence, shown beside it.</param>
public readonly record struct Bilingual(string Zh, string En)
{
    /// <summary>Both sentences on one line, Chinese first, as logs and stored reasons show them.</summary>
    public override string ToString() => $"{Zh} / {En}";
}
