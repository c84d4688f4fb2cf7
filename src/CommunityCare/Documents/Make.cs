using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using CommunityCare.Catalog;

namespace CommunityCare.Documents;

/// <summary>The kinds of fields there are, so that a schema reads like the table in the format's description.</summary>
internal static class Make<T>
{
    public static ScalarField<T> Text(
        string name, Expression<Func<T, string?>> property, int length, Func<T, List<Translation>>? translations = null, bool required = false)
    {
        var (get, set) = Accessors(property);
        return new(name, t => get(t) is { Length: > 0 } text ? text : null, (t, text) => Set(set, t, text, TooLong(text, length)))
        {
            IsText = true,
            Required = required,
            Length = length,
            Translatable = translations is not null,
            Translations = translations,
        };
    }

    public static ScalarField<T> Url(string name, Expression<Func<T, string?>> property, bool required = false)
    {
        var (get, set) = Accessors(property);
        return new(name, get, (t, text) => Set(set, t, text, WrongUrl(text))) { IsText = true, Required = required };
    }

    public static ScalarField<T> Email(string name, Expression<Func<T, string?>> property)
    {
        var (get, set) = Accessors(property);
        return new(name, get, (t, text) => Set(set, t, text, WrongEmail(text))) { IsText = true };
    }

    /// <summary>One of the words of an enum, in small letters; its first value is the one that need not be written.</summary>
    public static ScalarField<T> Choice<TEnum>(string name, Expression<Func<T, TEnum>> property, bool always = false, bool upper = false)
        where TEnum : struct, Enum
    {
        var (get, set) = Accessors(property);
        string Word(TEnum value) => upper ? value.ToString().ToUpperInvariant() : value.ToString().ToLowerInvariant();
        return new(
            name,
            t => always || !EqualityComparer<TEnum>.Default.Equals(get(t), default) ? Word(get(t)) : null,
            (t, text) => Set(set, t, Enum.Parse<TEnum>(text, ignoreCase: true), null))
        {
            Choices = [.. Enum.GetValues<TEnum>().Select(Word)],
            Required = always,
        };
    }

    public static ScalarField<T> Number(string name, Expression<Func<T, int?>> property, int least, int most)
    {
        var (get, set) = Accessors(property);
        return new(name, t => get(t)?.ToString(CultureInfo.InvariantCulture), (t, text) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? Set(set, t, number, null)
                : new Fault(FaultKind.NotWholeNumber, $"`{text}` is not a whole number from {least} to {most}", text, least, most));
    }

    /// <summary>Where a thing stands among its like, 1 first.</summary>
    public static ScalarField<T> Order(Func<T, int> get, Action<T, int> set) =>
        new("order", t => get(t).ToString(CultureInfo.InvariantCulture), (t, text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= CareType.OrderLimit
                ? Set(set, t, number, null)
                : new Fault(FaultKind.NotWholeNumber, $"`{text}` is not a whole number from 1 to {CareType.OrderLimit}", text, 1, CareType.OrderLimit))
        {
            Required = true,
        };

    public static ScalarField<T> Degrees(string name, Expression<Func<T, double?>> property, int most)
    {
        var (get, set) = Accessors(property);
        return new(name, t => get(t)?.ToString("R", CultureInfo.InvariantCulture), (t, text) =>
            double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= most
                ? Set(set, t, number, null)
                : new Fault(FaultKind.NotDegrees, $"`{text}` is not a number of degrees from -{most} to {most}", text, -most, most));
    }

    public static ScalarField<T> Flag(string name, Expression<Func<T, bool>> property)
    {
        var (get, set) = Accessors(property);
        return new(name, t => get(t) ? "true" : null, (t, text) => Set(set, t, text == "true", null)) { Choices = ["true", "false"] };
    }

    public static ScalarField<T> Day(string name, Func<T, DateOnly?> get, Action<T, DateOnly> set, bool required = false) =>
        new(name, t => get(t)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (t, text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? Set(set, t, day, null)
                : new Fault(FaultKind.NotDay, $"`{text}` is not a day such as 2026-11-22", text))
        {
            Required = required,
        };

    public static ScalarField<T> Partial(string name, Expression<Func<T, PartialDate?>> property)
    {
        var (get, set) = Accessors(property);
        return new(name, t => get(t)?.ToString(), (t, text) =>
            PartialDate.TryParse(text, out var date)
                ? Set(set, t, date, null)
                : new Fault(FaultKind.NotDate, $"`{text}` is not a date such as 2024, 2024-05 or 2024-05-17", text));
    }

    public static ScalarField<T> Time(string name, Expression<Func<T, TimeOnly?>> property)
    {
        var (get, set) = Accessors(property);
        return new(name, t => get(t)?.ToString("HH:mm", CultureInfo.InvariantCulture), (t, text) =>
            TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? Set(set, t, time, null)
                : new Fault(FaultKind.NotTime, $"`{text}` is not a time such as 18:00", text));
    }

    public static Fault? TooLong(string text, int length) =>
        text.Length > length ? new(FaultKind.TooLong, $"longer than {length} characters", length, text.Length, text) : null;

    public static Fault? WrongUrl(string text) =>
        text.Length > Organization.UrlLength ? TooLong(text, Organization.UrlLength)
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.Host.Contains('.', StringComparison.Ordinal) && uri.UserInfo.Length == 0 && !text.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '"') ? null
        : new(FaultKind.NotWebAddress, $"`{text}` is not an address such as https://example.org", text);

    private static Fault? WrongEmail(string text) =>
        text.Length <= Organization.EmailLength
        && System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || ".-_+@".Contains(c, StringComparison.Ordinal))
            ? null
            : new(FaultKind.NotEmail, $"`{text}` is not an e-mail address", text);

    private static Fault? Set<TValue>(Action<T, TValue> set, T target, TValue value, Fault? wrong)
    {
        if (wrong is null)
        {
            set(target, value);
        }

        return wrong;
    }

    private static (Func<T, TValue> Get, Action<T, TValue> Set) Accessors<TValue>(Expression<Func<T, TValue>> property)
    {
        var info = (PropertyInfo)((MemberExpression)property.Body).Member;
        return (info.GetMethod!.CreateDelegate<Func<T, TValue>>(), info.SetMethod!.CreateDelegate<Action<T, TValue>>());
    }
}
