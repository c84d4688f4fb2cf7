using CommunityCare.Catalog;

namespace CommunityCare.Documents;

/// <summary>What the file of synonyms says.</summary>
/// <param name="Text">The whole file in canonical form, with its headings and explanations.</param>
/// <param name="Groups">The lines that can be used.</param>
public sealed record SynonymList(string Text, IReadOnlyList<SynonymGroup> Groups)
{
    public IEnumerable<Synonym> Pairs => Groups.SelectMany(g => g.Pairs);
}

/// <summary>One line of the list, with its words as they were written.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Typed">What people type.</param>
/// <param name="Searched">What is searched too: the same words where all of them mean the same.</param>
public sealed record SynonymGroup(int Line, IReadOnlyList<string> Typed, IReadOnlyList<string> Searched)
{
    public bool BothWays => Typed.SequenceEqual(Searched);

    public IEnumerable<Synonym> Pairs =>
        from word in Typed
        from means in Searched
        where word != means
        select new Synonym { Word = word, Means = means };
}
