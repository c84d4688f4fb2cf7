using System.Globalization;

namespace CommunityCare.Web;

/// <summary>Day and time for editors. Nobody's zone is known, so it is universal time and says so.</summary>
public static class Moment
{
    /// <param name="time">By universal time.</param>
    public static string Show(DateTime time) => time.ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture) + " UTC";
}
