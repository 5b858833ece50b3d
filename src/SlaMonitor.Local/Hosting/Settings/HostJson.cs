using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>What the local host honours of <c>host.json</c>, with the real host's defaults. As there, the environment variable
/// <c>AzureFunctionsJobHost__extensions__http__routePrefix</c> overrides a value.</summary>
internal sealed record HostJson
{
    public const string Name = "host.json";

    private const string EnvironmentSection = "AzureFunctionsJobHost";

    public string RoutePrefix { get; init; } = "api";

    public int MaxConcurrentCalls { get; init; } = 16;

    public TimeSpan MaxAutoLockRenewal { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one run may take before its token is cancelled; null when unbounded.</summary>
    public TimeSpan? FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Log levels as the logging configuration wants them.</summary>
    public IReadOnlyDictionary<string, string?> LogLevels { get; init; } =
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    public static HostJson Read(JsonFile? file, IConfiguration environment)
    {
        // Copied and not chained: a chained configuration takes an empty text for none, and an empty route prefix is one.
        var values = new ConfigurationBuilder()
            .AddInMemoryCollection(file?.Values.AsEnumerable())
            .AddInMemoryCollection(environment.GetSection(EnvironmentSection).AsEnumerable(makePathsRelative: true)).Build();
        var problems = new List<string>();
        var where = file?.Path ?? Name;
        if (file is not null && values["version"] is not "2.0")
            problems.Add($"{where}: error: version must be \"2.0\"");
        var read = new HostJson();
        read = read with
        {
            RoutePrefix = (values["extensions:http:routePrefix"] ?? read.RoutePrefix).Trim('/'),
            MaxConcurrentCalls = Value(
                "extensions:serviceBus:maxConcurrentCalls", read.MaxConcurrentCalls, Calls, "a number from 1 to 1000"),
            MaxAutoLockRenewal = Value(
                "extensions:serviceBus:maxAutoLockRenewalDuration", read.MaxAutoLockRenewal, Span, "a time span, as 00:05:00"),
            FunctionTimeout = Value("functionTimeout", read.FunctionTimeout, Timeout, "a time span, as 00:05:00, or -1 for none"),
            LogLevels = values.GetSection("logging:logLevel").AsEnumerable(makePathsRelative: true)
                .ToDictionary(pair => $"Logging:LogLevel:{pair.Key}", pair => pair.Value, StringComparer.OrdinalIgnoreCase),
        };
        LocalHostException.ThrowIfAny(problems);
        return read;

        T Value<T>(string key, T standard, Func<string, (bool Good, T Value)> parse, string wanted)
        {
            if (values[key] is not { } text)
                return standard;
            var (good, value) = parse(text);
            if (!good)
                problems.Add($"{where}: error: {key.Replace(':', '.')} is '{text}'; it must be {wanted}");
            return good ? value : standard;
        }
    }

    private static (bool Good, int Value) Calls(string text) =>
        (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= 1000, value);

    private static (bool Good, TimeSpan Value) Span(string text) =>
        (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value > TimeSpan.Zero, value);

    private static (bool Good, TimeSpan? Value) Timeout(string text) => text is "-1" ? (true, null) : Span(text);
}
