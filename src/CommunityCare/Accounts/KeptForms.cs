using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CommunityCare.Accounts;

/// <summary>What somebody had written when their session was over: where it was sent, and every field, in order.</summary>
/// <param name="Path">Below <c>/admin</c>, with the language's prefix and the query.</param>
/// <param name="Fields">Without the antiforgery token.</param>
public sealed record KeptForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>As a page carries it, until its writer has signed in.</summary>
    public string Sealed { get; init; } = "";
}

/// <summary>
/// Lets a form outlive its session. It is kept by nobody but the page in its writer's browser: sealed by us, so that only what
/// was sent here from a page of ours comes back.
/// </summary>
public sealed class KeptForms(IDataProtectionProvider protection, IOptions<AntiforgeryOptions> antiforgery, TimeProvider clock)
{
    private const string Admin = "/admin";
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    /// <summary>What still fits into a form, in bytes; packed, a text takes about a third.</summary>
    private const int Longest = 700_000;

    private readonly IDataProtector _protector = protection.CreateProtector("CommunityCare.Accounts.KeptForm");

    /// <summary>Puts the form that the request brings aside for the error page, which is made next.</summary>
    public async Task KeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !request.Path.StartsWithSegments(Admin) || !IsOfThisSite(request))
        {
            return;
        }

        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var fields = from field in form
                         where field.Key != antiforgery.Value.FormFieldName
                         from value in field.Value
                         select KeyValuePair.Create(field.Key, value ?? "");
            var kept = new KeptForm(request.PathBase + request.Path + request.QueryString, [.. fields]);
            kept = kept with { Sealed = Seal(kept) };
            if (kept.Sealed.Length <= Longest)
            {
                context.Features.Set(kept);
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or BadHttpRequestException)
        {
            // Too large or not a form: there is nothing that could be kept.
        }
    }

    /// <returns>Null if it was not kept by us, or longer ago than a day.</returns>
    public KeptForm? Open(string? text)
    {
        try
        {
            if (string.IsNullOrEmpty(text) || text.Length > Longest)
            {
                return null;
            }

            using var packed = new MemoryStream(_protector.Unprotect(WebEncoders.Base64UrlDecode(text)));
            using var plain = new BrotliStream(packed, CompressionMode.Decompress);
            var note = JsonSerializer.Deserialize<Note>(plain)!;
            return note.Until <= clock.GetUtcNow() ? null
                : new(note.Path, [.. note.Fields.Select(f => KeyValuePair.Create(f[0], f[1]))]) { Sealed = text };
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    // What another site sends here in somebody's name must not come back as theirs.
    private static bool IsOfThisSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => request.Headers.Origin.Count == 0
            || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value),
        _ => false,
    };

    private string Seal(KeptForm form)
    {
        using var packed = new MemoryStream();
        using (var plain = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(plain, new Note(form.Path, [.. form.Fields.Select(f => new[] { f.Key, f.Value })], clock.GetUtcNow() + Lasts));
        }

        return WebEncoders.Base64UrlEncode(_protector.Protect(packed.ToArray()));
    }

    private sealed record Note(string Path, string[][] Fields, DateTimeOffset Until);
}
