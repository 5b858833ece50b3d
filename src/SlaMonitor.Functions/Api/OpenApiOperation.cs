using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.Functions.Api;

/// <summary>A door as an operation of OpenAPI.</summary>
internal static class OpenApiOperation
{
    public static JsonObject Of(Door door, SchemaBook schemas)
    {
        var operation = new JsonObject
        {
            ["operationId"] = door.Name,
            ["tags"] = new JsonArray(door.Tag),
            ["summary"] = DoorWords.Summary(door),
            ["description"] = DoorWords.Description(door),
            ["security"] = OpenApiDocument.SecurityOf(door),
        };
        var parameters = new JsonArray([.. door.PathParameters.Select(OfPath), .. door.Parameters.Select(OfQuery)]);
        if (parameters.Count > 0) operation["parameters"] = parameters;
        if (door.Run.GetCustomAttribute<BodyAttribute>() is { } body) operation["requestBody"] = Of(body, schemas);
        operation["responses"] = Answers(door, schemas);
        return operation;
    }

    private static JsonObject OfPath(string name) => new()
    {
        ["name"] = name,
        ["in"] = "path",
        ["required"] = true,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject OfQuery(QueryParameter parameter)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (parameter.Values.Count > 0) schema["enum"] = new JsonArray([.. parameter.Values.Select(value => JsonValue.Create(value))]);
        var described = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = "query",
            ["description"] = parameter.Meaning,
            ["schema"] = schema,
        };
        if (parameter.Example is { } example) described["example"] = example;
        return described;
    }

    private static JsonObject Of(BodyAttribute body, SchemaBook schemas) => new()
    {
        ["description"] = body.Meaning,
        ["required"] = true,
        ["content"] = new JsonObject(body.MediaTypes.Select(type => KeyValuePair.Create(
            type, (JsonNode?)new JsonObject { ["schema"] = body.Json is { } json ? schemas.RefTo(json) : new JsonObject() }))),
    };

    private static JsonObject Answers(Door door, SchemaBook schemas)
    {
        var answers = new JsonObject();
        foreach (var status in door.Answers.GroupBy(answer => answer.Status).OrderBy(status => status.Key))
        {
            var described = new JsonObject { ["description"] = string.Join(' ', status.Select(answer => answer.Meaning)) };
            var content = Content([.. status], schemas);
            if (content.Count > 0) described["content"] = content;
            answers[$"{status.Key}"] = described;
        }

        if (!door.TakesAnyParameter) answers["400"] = Problem("What is asked for cannot be.", schemas);
        if (door.Level != AuthorizationLevel.Anonymous)
        {
            var key = door.Level == AuthorizationLevel.Admin ? "admin" : "function";
            answers["401"] = new JsonObject { ["description"] = $"The {key} key is missing or wrong." };
        }

        if (door.AsksItself)
            answers["401"] = new JsonObject { ["description"] = "There is neither a key nor a session: the page to sign in at." };
        answers["default"] = Problem("Problem details: what is wrong, and what would be right.", schemas);
        return answers;
    }

    private static JsonObject Content(IReadOnlyList<AnswerAttribute> answers, SchemaBook schemas)
    {
        var content = new JsonObject();
        var types = answers.Select(answer => answer.Json).OfType<Type>().Select(schemas.RefTo).ToList();
        if (types.Count > 0)
        {
            content["application/json"] = new JsonObject
            {
                ["schema"] = types.Count == 1 ? types[0] : new JsonObject { ["anyOf"] = new JsonArray([.. types]) },
            };
        }

        foreach (var type in answers.SelectMany(answer => answer.MediaTypes)) content[type] = new JsonObject();
        return content;
    }

    private static JsonObject Problem(string meaning, SchemaBook schemas) => new()
    {
        ["description"] = meaning,
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = schemas.RefTo(typeof(ProblemView)) } },
    };
}
