namespace CommunityCare.Store;

/// <summary>The program cannot start, for a reason that its keeper can mend. The message is one line and says how.</summary>
public sealed class StartException(string message, Exception? inner = null) : Exception(message, inner);
