using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Api;

/// <summary>The description of the API against the running program, in both directions.</summary>
public sealed class OpenApiTests(OneMonitor running) : IClassFixture<OneMonitor>
{
    /// <summary>Methods of HTTP that a path may be asked by.</summary>
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    [Fact]
    public async Task Document_IsValidOpenApi()
    {
        using var answer = await running.Monitor.Http.GetAsync("/api/openapi.json");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);

        var read = Microsoft.OpenApi.OpenApiDocument.Parse(await answer.Content.ReadAsStringAsync(), "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task Document_HasEveryDoor_AndNoOther()
    {
        var operations = (await DocumentAsync())["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation =>
                $"{operation.Key.ToUpperInvariant()} {path.Key} {operation.Value!["operationId"]}"));

        var doors = DoorCatalog.All.SelectMany(door => door.Methods.Where(method => method != "HEAD")
            .Select(method => $"{method} {door.Path} {door.Name}"));
        Assert.Equal(doors.Order(StringComparer.Ordinal), operations.Order(StringComparer.Ordinal));
    }

    /// <summary>What the document names is taken, and what it does not name is not.</summary>
    [Fact]
    public async Task Program_TakesEveryOperationOfTheDocument_AndNoOther()
    {
        var paths = (await DocumentAsync())["paths"]!.AsObject();
        foreach (var path in paths.Select(path => path.Key))
        {
            var address = string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "x" : part));
            var named = paths.Where(other => IsAt(other.Key, address)).SelectMany(other => other.Value!.AsObject())
                .Select(operation => operation.Key.ToUpperInvariant()).ToList();
            foreach (var method in Methods)
            {
                using var answer = await running.Monitor.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
                var isTaken = (int)answer.StatusCode != 405
                    && !(await answer.Content.ReadAsStringAsync()).Contains("There is nothing at this address", StringComparison.Ordinal);
                Assert.True(isTaken == named.Contains(method), $"{method} {path}");
            }
        }
    }

    [Fact]
    public void Operation_SaysWhatItDoes_AndWhatItAnswers() => Assert.All(DoorCatalog.All, door =>
    {
        Assert.NotEqual(door.Name, DoorWords.Description(door));
        Assert.InRange(DoorWords.Summary(door).Length, 10, 200);
        Assert.True(door.Answers.Count > 0, $"{door.Name} does not say what it answers: [Answer(…)].");
    });

    [Fact]
    public async Task Operation_ThatWantsAKey_SaysSo()
    {
        var paths = (await DocumentAsync())["paths"]!;

        Assert.Equal(2, paths["/api/tickets"]!["get"]!["security"]!.AsArray().Count);
        Assert.Empty(paths["/api/health"]!["get"]!["security"]!.AsArray());
        Assert.Contains("admin", (string?)paths["/api/forgotten"]!["post"]!["responses"]!["401"]!["description"], StringComparison.Ordinal);
    }

    /// <summary>Without a key, what the document says to want one is refused, and nothing else but what is signed.</summary>
    [Fact]
    public async Task Program_AsksForAKey_WhereTheDocumentSaysSo()
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);
        foreach (var (path, operations) in (await DocumentAsync())["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                var address = string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "x" : part));
                using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address);
                using var answer = await monitor.Http.SendAsync(request);

                var wantsKey = operation!["security"]!.AsArray().Count > 0;
                var isSigned = path == "/api/webhooks/sendgrid-events";
                Assert.True(((int)answer.StatusCode == 401) == (wantsKey || isSigned), $"{method} {path}: {(int)answer.StatusCode}");
            }
        }
    }

    /// <summary>The manual and the file of requests, which editors send from.</summary>
    [Theory]
    [InlineData("docs/api.md", "`METHOD PATH`")]
    [InlineData("docs/api.http", "METHOD {{host}}PATH\n")]
    public async Task Documents_HaveEveryOperation(string file, string form)
    {
        var text = File.ReadAllText(WorkerApi.Repository.File(file));
        var operations = (await DocumentAsync())["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Method: operation.Key.ToUpperInvariant(), Path: path.Key)));

        Assert.All(
            operations.Select(operation => form.Replace("METHOD", operation.Method, StringComparison.Ordinal).Replace(
                "PATH", form.Contains("{{", StringComparison.Ordinal) ? Variables(operation.Path) : operation.Path,
                StringComparison.Ordinal)),
            line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_ShowsEveryOperation_AndLoadsNothingFromElsewhere()
    {
        using var answer = await running.Monitor.Http.GetAsync("/api/docs");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("HTTP", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.All(DoorCatalog.All, door => Assert.Contains($"id=\"{door.Name}\"", html, StringComparison.Ordinal));
        var style = html.Split("href=\"")[1].Split('"')[0];
        using var css = await running.Monitor.Http.GetAsync($"/api/{style}");
        Assert.Equal("text/css", css.Content.Headers.ContentType!.MediaType);
    }

    /// <summary>Whether an address is one of a path, which may have others beside it that are.</summary>
    private static bool IsAt(string path, string address) =>
        path.Split('/').Length == address.Split('/').Length
        && path.Split('/').Zip(address.Split('/')).All(part => part.First.StartsWith('{') || part.First == part.Second);

    private static string Variables(string path) =>
        path.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await running.Monitor.Http.GetStringAsync("/api/openapi.json"))!;
}
