using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Calendars;

/// <summary>The holiday lists that come with the product, and those that a company writes in the same form.</summary>
internal static class HolidayLists
{
    private static readonly JsonSerializerOptions Options = CreateOptions();

    private static readonly Lazy<HolidayList> LazyChina = new(() => ReadResource("holidays.china.json"));

    /// <summary>
    /// Mainland China, from the State Council's yearly notices: days off with the legally named ones marked, make-up days (调休), and how
    /// far the notices reach.
    /// </summary>
    public static HolidayList China => LazyChina.Value;

    /// <summary>The names that <see cref="Find"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["china"];

    /// <summary>The built-in list of that name, or null.</summary>
    public static HolidayList? Find(string name) => string.Equals(name, "china", StringComparison.OrdinalIgnoreCase) ? China : null;

    /// <summary>Reads a list in the form of the built-in ones.</summary>
    /// <exception cref="JsonException">The text is not such a list; the message names the line and the member.</exception>
    public static HolidayList ReadJson(string json) =>
        JsonSerializer.Deserialize<HolidayList>(json, Options) ?? throw new JsonException("The list is null.");

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true }
            .ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static HolidayList ReadResource(string name)
    {
        using var stream = typeof(HolidayLists).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<HolidayList>(stream, Options)!;
    }
}
