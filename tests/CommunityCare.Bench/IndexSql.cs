namespace CommunityCare.Bench;

/// <summary>All that the bench knows of the shape of the text index.</summary>
internal static class IndexSql
{
    public const string Match = "SearchIndex MATCH @words";

    /// <summary>Each word of the index with the number of documents that have it.</summary>
    public const string MakeWords = "CREATE VIRTUAL TABLE temp.IndexWords USING fts5vocab(main, SearchIndex, row)";

    public const string Words = "SELECT term AS Word, doc AS Documents FROM temp.IndexWords";

    /// <summary>The bare question: how many documents, and the best of them.</summary>
    public const string Count = $"SELECT COUNT(*) FROM SearchIndex WHERE {Match}";

    public const string Best = $"SELECT rowid FROM SearchIndex WHERE {Match} ORDER BY rank LIMIT 20";

    /// <summary>All words must occur, the last one as the beginning of a word.</summary>
    public static string Expression(string words) => string.Join(' ', words.Split(' ').Select(w => $"\"{w}\"")) + "*";
}
