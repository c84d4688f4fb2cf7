using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CommunityCare.Catalog;

/// <summary>A date as exact as its source: a year, a month of a year, or a day.</summary>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    private static readonly string[] Formats = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>The first day it can mean, so that age is never understated.</summary>
    public DateOnly FirstDay => new(Year, Month ?? 1, Day ?? 1);

    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (!DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        date = text!.Length switch
        {
            4 => new(day.Year),
            7 => new(day.Year, day.Month),
            _ => new(day.Year, day.Month, day.Day),
        };
        return true;
    }

    /// <summary>The form of the files: <c>2024</c>, <c>2024-05</c> or <c>2024-05-17</c>.</summary>
    public override string ToString() =>
        FirstDay.ToString(Month is null ? Formats[0] : Day is null ? Formats[1] : Formats[2], CultureInfo.InvariantCulture);
}
