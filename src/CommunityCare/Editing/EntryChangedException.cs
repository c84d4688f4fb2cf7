namespace CommunityCare.Editing;

/// <summary>
/// Somebody saved the entry after the page was made from which it is to be changed. Nothing of the transaction is kept; the
/// page shows what changed meanwhile and is sent once more.
/// </summary>
public sealed class EntryChangedException(Guid entry, long basedOn)
    : Exception(FormattableString.Invariant($"The entry {entry} was saved after revision {basedOn}, from which it was to be changed."))
{
    public long BasedOn { get; } = basedOn;
}
