using System.Collections.Frozen;
using System.Text.Json;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>
/// How a store keeps a value of an enumeration: by its name in camel case, never by its number, so that the order of the members is free to
/// change and people can read the table.
/// </summary>
public static class StoredName
{
    /// <summary>The name of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of its enumeration.</exception>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        Names<TEnum>.ByValue.TryGetValue(value, out var name)
            ? name
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(TEnum).Name} has no such member.");

    /// <summary>The value of a name; <c>null</c> for a name that only a newer or an older version of this program knows.</summary>
    public static TEnum? Find<TEnum>(string? name)
        where TEnum : struct, Enum =>
        name is not null && Names<TEnum>.ByName.TryGetValue(name, out var value) ? value : null;

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue =
            Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, TEnum> ByName =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
