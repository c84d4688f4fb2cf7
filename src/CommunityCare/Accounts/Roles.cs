namespace CommunityCare.Accounts;

internal static class Roles
{
    /// <returns>Null if it is the name of none.</returns>
    public static Role? Of(string? name) => name switch { nameof(Role.Editor) => Role.Editor, nameof(Role.Admin) => Role.Admin, _ => null };
}
