using System.Globalization;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>A part of the path as a parameter's type.</summary>
internal static class RouteValue
{
    public const string Known = "string, int, long, bool or Guid";

    private static readonly Dictionary<Type, Func<string, (bool Good, object? Value)>> Parsers = new()
    {
        [typeof(string)] = text => (true, text),
        [typeof(int)] = text => (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value), value),
        [typeof(long)] = text => (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value), value),
        [typeof(bool)] = text => (bool.TryParse(text, out var value), value),
        [typeof(Guid)] = text => (Guid.TryParse(text, out var value), value),
    };

    public static bool CanBind(Type type) => Parsers.ContainsKey(Bare(type));

    public static bool TryBind(string text, Type type, out object? value)
    {
        (var good, value) = Parsers[Bare(type)](text);
        return good;
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
