using System.Security.Cryptography;
using System.Text;

namespace CommunityCare.Tests.Support;

internal static class Ids
{
    /// <summary>The same id for the same name, so that a test can say whom it means.</summary>
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
