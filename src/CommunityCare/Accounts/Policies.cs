namespace CommunityCare.Accounts;

/// <summary>The names of what authorization asks for.</summary>
public static class Policies
{
    /// <summary>Whoever is signed in, with either role.</summary>
    public const string Editor = nameof(Role.Editor);

    public const string Admin = nameof(Role.Admin);
}
