namespace CommunityCare.Web;

/// <summary>Stands for the interface's words: <c>Text.resx</c> in English, <c>Text.es.resx</c> in Spanish.</summary>
public sealed class Text;
