using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Api;

/// <summary>
/// The description of the API in OpenAPI 3.1, made of the doors' own attributes and types: what it says is what the hosts read and the
/// doors answer with.
/// </summary>
internal static class OpenApiDocument
{
    /// <summary>The name under which the key is described.</summary>
    public const string KeyInHeader = "key";

    private const string KeyInAddress = "keyInAddress";
    private const string Session = "session";

    private const string About =
        "What can be read can be asked for its head (HEAD); OPTIONS says which methods an address takes; another "
        + "method is 405 with Allow. Whatever is not served is answered by problem details (RFC 9457). Without any key set, this machine "
        + "alone is answered, and needs none.";

    private static readonly Lazy<string> Document = new(() => Make().ToJsonString());

    /// <summary>The document.</summary>
    public static string Text => Document.Value;

    private static JsonObject Make()
    {
        var schemas = new SchemaBook();
        var paths = new JsonObject();
        var byPath = DoorCatalog.All.GroupBy(door => door.Path, StringComparer.Ordinal);
        foreach (var path in byPath.OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            var operations = new JsonObject();
            foreach (var door in path)
            {
                foreach (var method in door.Methods.Where(method => method != "HEAD"))
                    operations[method.ToLowerInvariant()] = OpenApiOperation.Of(door, schemas);
            }

            paths[path.Key] = operations;
        }

        schemas.RefTo(typeof(ProblemView));
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "SlaMonitor",
                ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version!.ToString(3),
                ["description"] = About,
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.All(),
                ["securitySchemes"] = new JsonObject
                {
                    [KeyInHeader] = Key("header", AccessKeys.Header),
                    [KeyInAddress] = Key("query", AccessKeys.Query),
                    [Session] = Scheme("cookie", AsksItselfAttribute.SessionCookie, "A session of the board, which a key has opened."),
                },
            },
        };
    }

    private static JsonObject Key(string place, string name) =>
        Scheme(place, name, "The function key, or the admin key, which opens everything.");

    private static JsonObject Scheme(string place, string name, string meaning) =>
        new() { ["type"] = "apiKey", ["in"] = place, ["name"] = name, ["description"] = meaning };

    /// <summary>What a door wants of whoever knocks, any of these; nothing where it is open.</summary>
    public static JsonArray SecurityOf(Door door)
    {
        string[] wanted = door.AsksItself ? [KeyInHeader, KeyInAddress, Session]
            : door.Level == AuthorizationLevel.Anonymous ? []
            : [KeyInHeader, KeyInAddress];
        return new JsonArray([.. wanted.Select(name => new JsonObject { [name] = new JsonArray() })]);
    }
}
