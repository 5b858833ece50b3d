using System.Text.Json.Nodes;
using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure;

/// <summary>The Azure CLI, asked for things and never told to change any. The same question is asked once.</summary>
internal sealed class AzureCli(Tool az, string? subscription)
{
    private readonly Dictionary<string, JsonNode> _answers = new(StringComparer.Ordinal);

    /// <summary>Asks.</summary>
    /// <exception cref="CheckException">There is no answer.</exception>
    public async Task<JsonNode> AskAsync(CancellationToken cancellationToken, params string[] question)
    {
        var key = string.Join('\n', question);
        if (_answers.TryGetValue(key, out var known)) return known;

        string[] where = subscription is null || question[0] == "rest" ? [] : ["--subscription", subscription];
        var printed = await az.RunAsync([.. question, .. where, "--output", "json"], cancellationToken);
        return _answers[key] = JsonNode.Parse(printed)
            ?? throw new CheckException($"az {question[0]}: there is no such thing", "azd provision");
    }

    /// <summary>Asks the Resource Manager for something by its id.</summary>
    public Task<JsonNode> ReadAsync(string id, string apiVersion, CancellationToken cancellationToken) =>
        AskAsync(cancellationToken, "rest", "--method", "get", "--url", $"{id}?api-version={apiVersion}");
}
