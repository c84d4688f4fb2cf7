namespace CommunityCare.Documents;

/// <summary>An entry in canonical form: the text of its file, and of the files beside it in other languages.</summary>
/// <param name="English">What <c>NAME.md</c> holds.</param>
/// <param name="Others">By language code, what <c>NAME.es.md</c> and its like hold.</param>
public sealed record EntryText(string English, SortedDictionary<string, string> Others)
{
    public bool Equals(EntryText? other) =>
        other is not null && English == other.English && Others.SequenceEqual(other.Others);

    public override int GetHashCode() => English.GetHashCode(StringComparison.Ordinal);
}
