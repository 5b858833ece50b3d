using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using SlaMonitor.Architecture.Tests;

namespace SlaMonitor.Infrastructure.Tests.Code;

/// <summary>The settings that the code reads under Azure, as App Service writes them: <c>Section__Property</c>.</summary>
internal static partial class KnownSettings
{
    private const BindingFlags Constants = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>
    /// What the Functions host alone reads: how to sign in by an identity, which the program finds out by itself; no page of its own.
    /// </summary>
    private static readonly IReadOnlyList<string> OfTheHost =
        [
            .. Triggers.Connections.Append("AzureWebJobsStorage").Select(connection => $"{connection}__credential"),
            "AzureWebJobsDisableHomepage",
        ];

    /// <summary>
    /// Alternatives to others of these: a connection string, an address of another cloud, a collector, a name of one's own.
    /// </summary>
    private static readonly string[] Alternatives =
        [
            "AzureWebJobsStorage", "AzureWebJobsStorage__tableServiceUri", "ServiceBusConnection", "OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_SERVICE_NAME",
        ];

    private static readonly IReadOnlyList<Type> Options =
        [.. from assembly in Assemblies.OfTheMonitor.Except([Assemblies.Local])
            from type in assembly.GetTypes()
            where SectionOf(type) is not null
            select type];

    private static readonly string[] Connections =
        [
            "SlaMonitor.Azure.Tables.TableConnection",
            "SlaMonitor.Azure.ServiceBus.ServiceBusConnection",
            "SlaMonitor.Functions.Observability.TelemetryServices",
        ];

    /// <summary>Named by constants: <c>ServiceBusConnection:clientId</c>.</summary>
    private static readonly IReadOnlyList<string> Named =
        [.. (from name in Connections
             from field in Assemblies.OfTheMonitor.Select(assembly => assembly.GetType(name)).OfType<Type>().Single().GetFields(Constants)
             where field.IsLiteral && field.FieldType == typeof(string)
             select (string)field.GetRawConstantValue()!)
            .Where(name => SettingName().IsMatch(name)).Select(Flat).Distinct()];

    private static readonly IReadOnlyList<Regex> OfOptions =
        [.. Options.SelectMany(type => Names(type, SectionOf(type)!)).Select(pattern => new Regex($"^{pattern}$"))];

    /// <summary>Whether somebody reads a setting.</summary>
    public static bool IsRead(string name) =>
        OfTheHost.Contains(name) || Named.Contains(name)
        || Triggers.Settings.Contains(name) || OfOptions.Any(option => option.IsMatch(name));

    /// <summary>What has to be set.</summary>
    /// <param name="given">What is set: a connection that has one setting needs others.</param>
    public static IEnumerable<string> Required(IEnumerable<string> given) =>
        [
            .. Triggers.Settings,
            .. OfTheHost,
            .. Named.Except(Alternatives),
            .. from type in Options
               let fresh = Activator.CreateInstance(type)
               from property in type.GetProperties()
               where property.GetCustomAttribute<RequiredAttribute>() is not null
                   && string.IsNullOrEmpty(property.GetValue(fresh)?.ToString())
               select $"{Flat(SectionOf(type)!)}__{property.Name}",
            .. from connection in given
                .Select(name => Connection().Match(name))
                .Where(match => match.Success)
                .Select(match => match.Value)
                .Distinct()
               from setting in new[] { "Kind", "Secret" }
               select $"{connection}__{setting}",
        ];

    private static IEnumerable<string> Names(Type type, string path) =>
        from property in type.GetProperties()
        where property.CanWrite
        let name = $"{Flat(path)}__{property.Name}"
        from one in property.PropertyType is { IsGenericType: true } map && map.GetGenericTypeDefinition() == typeof(Dictionary<,>)
            ? Names(map.GetGenericArguments()[1], $"{name}__[A-Za-z0-9_]+")
            : [name]
        select one;

    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Static | BindingFlags.Public) is { IsLiteral: true } field
            ? (string?)field.GetRawConstantValue()
            : null;

    private static string Flat(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>As against names of sources and of services.</summary>
    [GeneratedRegex("^([A-Z_]+|[A-Za-z]+(:[A-Za-z]+)?)$")]
    private static partial Regex SettingName();

    [GeneratedRegex("^Webhooks__Connections__[A-Za-z0-9_]+(?=__[A-Za-z]+$)")]
    private static partial Regex Connection();
}
