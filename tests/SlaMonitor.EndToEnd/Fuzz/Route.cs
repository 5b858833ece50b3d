using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>An address that the program answers, as its function declares it.</summary>
/// <param name="Template">The path, with its parameters in braces.</param>
/// <param name="Methods">The methods that it is declared for.</param>
internal sealed partial record Route(string Template, IReadOnlyList<string> Methods)
{
    /// <summary>Those of all functions, and the clock's: what is added later is sent inputs too.</summary>
    public static IReadOnlyList<Route> All { get; } =
    [
        .. typeof(Functions.Doors.ReceiveEvents).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>()
            .Select(trigger => new Route(
                $"/{trigger.Route}", [.. (trigger.Methods ?? AnyMethod).Select(method => method.ToUpperInvariant())]))
            .OrderBy(route => $"{route.Template} {route.Methods[0]}", StringComparer.Ordinal),
        new Route("/admin/clock", ["GET", "POST"]),
    ];

    /// <summary>Some of those that a function takes which is declared for none.</summary>
    private static string[] AnyMethod => ["get", "post", "put", "delete", "options"];

    /// <summary>The path with a value for each parameter.</summary>
    public string Fill(Func<string, string> value) => Parameter().Replace(Template, match => value(match.Groups["name"].Value));

    [GeneratedRegex(@"\{(?<name>[^}:?]+)[^}]*\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Parameter();
}
