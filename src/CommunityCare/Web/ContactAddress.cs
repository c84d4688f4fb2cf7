using System.Data.Common;
using CommunityCare.Store;

namespace CommunityCare.Web;

/// <summary>Where readers can write to the people who run this copy.</summary>
public sealed class ContactAddress(IServiceScopeFactory scopes, SiteSettings configured)
{
    private volatile string? _last = configured.ContactEmail;

    /// <returns>As it is now; as it was last known if the database cannot be read. Null if there is none.</returns>
    public async Task<string?> EmailAsync(CancellationToken stop = default)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return _last = SiteSettings.Of(await scope.ServiceProvider.GetRequiredService<SettingsInForce>().ReadAsync(stop)).ContactEmail;
        }
        catch (DbException)
        {
            return _last;
        }
    }
}
