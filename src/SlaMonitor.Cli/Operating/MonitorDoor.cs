using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using System.Text.Json.Nodes;
using SlaMonitor.Cli.Running;
using SlaMonitor.Mails.Composition;

namespace SlaMonitor.Cli.Operating;

/// <summary>Which running monitor a command is about, and what opens it.</summary>
internal sealed class MonitorDoor
{
    private const int LongestText = 500;
    private const string AddressVariable = "SLA_URL";
    private const string KeyVariable = "SLA_KEY";
    private const string LocalAddress = "http://localhost:7071";

    private readonly Surroundings _surroundings;

    private readonly Option<Uri?> _address = new("--url")
    {
        HelpName = "URL",
        Description = $"The monitor's address. Without it the variable {AddressVariable}, else {LocalAddress}.",
        CustomParser = parsed =>
        {
            var text = parsed.Tokens[0].Value;
            var address = HttpAddress.Read(text);
            if (address is null) parsed.AddError(NoAddress(text));
            return address;
        },
    };

    private readonly Option<string?> _key = new("--key")
    {
        HelpName = "KEY",
        Description = $"The admin key. Without it the variable {KeyVariable}, which other users of this machine do not see.",
    };

    public MonitorDoor(Command command, Surroundings surroundings)
    {
        _surroundings = surroundings;
        foreach (var option in new Option[] { _address, _key })
        {
            option.Recursive = true;
            command.Add(option);
        }
    }

    /// <summary>Whether the variable names a monitor.</summary>
    public bool HasVariable => _surroundings.Variable(AddressVariable) is not null;

    /// <summary>Whether a monitor is named by the option.</summary>
    public bool IsNamedHere(CommandResult parsed) => parsed.GetValue(_address) is not null;

    /// <summary>Sends a request and reads the answer's JSON.</summary>
    /// <param name="parsed">What was called.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below <c>/api/</c>.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="body">What is sent; <c>null</c>: nothing.</param>
    /// <returns>The answer, or <c>null</c> where there is none; why is written to the error output then.</returns>
    public async Task<JsonNode?> AskAsync(
        ParseResult parsed, HttpMethod method, string path, CancellationToken cancellationToken, JsonNode? body = null) =>
        await AskTextAsync(parsed, method, path, "application/json", cancellationToken, body) is { } answer
            ? JsonOf(answer) ?? new JsonObject()
            : null;

    /// <summary>Sends a request and reads the answer's text.</summary>
    /// <returns>The answer, or <c>null</c> where there is none; why is written to the error output then.</returns>
    public async Task<string?> AskTextAsync(
        ParseResult parsed, HttpMethod method, string path, string kind, CancellationToken cancellationToken, JsonNode? sent = null)
    {
        var error = parsed.InvocationConfiguration.Error;
        var named = _surroundings.Variable(AddressVariable) ?? LocalAddress;
        if ((parsed.GetValue(_address) ?? HttpAddress.Read(named)) is not { } address)
        {
            await error.WriteLineAsync($"error: {AddressVariable}: {NoAddress(named)}");
            return null;
        }

        // The key goes to the address that was named, and to none that it points to.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(2) };
        using var request = new HttpRequestMessage(method, new Uri(address, $"api/{path}"));
        request.Headers.Accept.ParseAdd(kind);
        if (sent is not null) request.Content = new StringContent(sent.ToJsonString(), Encoding.UTF8, "application/json");
        if ((parsed.GetValue(_key) ?? _surroundings.Variable(KeyVariable)) is { Length: > 0 } key)
        {
            if (!HttpAddress.MayGetKey(address))
            {
                await error.WriteLineAsync($"error: {address} would get the key in the clear; name an https address");
                return null;
            }

            request.Headers.Add(HttpAddress.KeyHeader, key);
        }

        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            if (answer.IsSuccessStatusCode) return body;

            var said = HarmlessText.Of((string?)JsonOf(body)?["detail"] ?? answer.ReasonPhrase ?? string.Empty, LongestText);
            await error.WriteLineAsync($"error: {address} answered {(int)answer.StatusCode}: {said}");
        }
        catch (HttpRequestException e)
        {
            await error.WriteLineAsync($"error: {address} cannot be reached: {e.Message}");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync($"error: {address} did not answer within {http.Timeout.TotalMinutes} minutes");
        }

        return null;
    }

    private static string NoAddress(string text) => $"'{text}' is not an address such as https://sla.example.com.";

    private static JsonNode? JsonOf(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
