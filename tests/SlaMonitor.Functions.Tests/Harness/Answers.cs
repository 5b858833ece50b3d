using System.Text.Json.Nodes;

namespace SlaMonitor.Functions.Tests.Harness;

internal static class Answers
{
    /// <summary>Holds an answer to be problem details (RFC 9457) of a status, and gives them.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage answer, int status)
    {
        var problem = await answer.JsonAsync();
        Assert.Equal(
            (status, "application/problem+json", status),
            ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, (int)problem["status"]!));
        Assert.False(
            string.IsNullOrEmpty((string?)problem["title"]) || string.IsNullOrEmpty((string?)problem["detail"]),
            "It says neither what was wrong nor what would be right.");
        return problem;
    }

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
