using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.Local.Tests.Hosting.Http;

public sealed class HttpFunctionTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync([typeof(Doors)]);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("GET", "/api/tickets/HD-1", "ticket HD-1")]
    [InlineData("GET", "/api/tickets/a%20b", "ticket a b")]
    [InlineData("PUT", "/api/tickets/HD-1", "put HD-1")]
    [InlineData("GET", "/api/pages/7", "page 7 of unnamed")]
    [InlineData("GET", "/api/pages/7/inbox", "page 7 of inbox")]
    [InlineData("POST", "/api/Unrouted", "POST")]
    [InlineData("DELETE", "/api/unrouted", "DELETE")]
    [InlineData("GET", "/api/action", "from MVC")]
    [InlineData("GET", "/api/static", "static")]
    public async Task Request_KnownRoute_RunsTheFunction(string method, string path, string expected)
    {
        using var answer = await _host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE", "/api/tickets/HD-1")] // a wrong method is 404 on the real host too
    [InlineData("GET", "/api/nowhere")]
    [InlineData("GET", "/tickets/HD-1")]
    [InlineData("GET", "/")]
    public async Task Request_UnknownRouteOrMethod_Is404(string method, string path)
    {
        using var answer = await _host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        await AssertProblemAsync(answer, HttpStatusCode.NotFound, $"No function answers {method} {path}.");
    }

    [Fact]
    public async Task Request_PathOfTheWrongType_Is400() =>
        await AssertProblemAsync(
            await _host.Http.GetAsync("/api/pages/seven"),
            HttpStatusCode.BadRequest,
            "'seven' in the path is not a Int32.");

    [Fact]
    public async Task Request_FunctionThrows_Is500WithoutItsDetails()
    {
        using var answer = await _host.Http.GetAsync("/api/throws");

        await AssertProblemAsync(answer, HttpStatusCode.InternalServerError, "The function failed. The host's log says why.");
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_FunctionThrowsMidway_CutsTheAnswer() =>
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _host.Http.GetStringAsync("/api/midway"));

    [Fact]
    public async Task Request_CallerLeaves_CancelsTheToken()
    {
        using var leaving = new CancellationTokenSource();
        var request = _host.Http.GetAsync("/api/waits", leaving.Token);
        await _host.Recorder.WaitForAsync(1);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await _host.Recorder.WaitForAsync(1);
        Assert.Equal(["waiting", "cancelled"], _host.Recorder.Said);
    }

    [Fact]
    public async Task Request_PastTheFunctionTimeout_CancelsTheTokenAndIs500()
    {
        using var folder = new TempFolder();
        folder.Write("host.json", """{ "version": "2.0", "functionTimeout": "00:00:00.2" }""");
        await using var host = await TestHost.StartAsync([typeof(Doors)], folder: folder);

        using var answer = await host.Http.GetAsync("/api/waits");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(["waiting", "cancelled"], host.Recorder.Said);
    }

    [Fact]
    public async Task Invocation_Instance_IsItsOwn()
    {
        var first = await _host.Http.GetStringAsync("/api/instance");
        var second = await _host.Http.GetStringAsync("/api/instance");

        Assert.NotEqual(first, second);
    }

    internal static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string detail)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal(detail, problem.GetProperty("detail").GetString());
    }

    internal sealed class Doors(Recorder recorder)
    {
        private static int _instances;

        private readonly int _instance = Interlocked.Increment(ref _instances);

        [Function("GetTicket")]
        public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tickets/{id}")] HttpRequest request, string id) =>
            Results.Text($"ticket {id}");

        [Function("PutTicket")]
        public Task<IResult> Put(
            [HttpTrigger(AuthorizationLevel.Function, "put", Route = "tickets/{id}")] HttpRequest request, string id) =>
            Task.FromResult(Results.Text($"put {id}"));

        [Function("Page")]
        public IResult Page(
            [HttpTrigger("get", Route = "pages/{number}/{box?}")] HttpRequest request, int number, string box = "unnamed") =>
            Results.Text($"page {number} of {box}");

        [Function("Unrouted")]
        public IResult Any([HttpTrigger] HttpRequest request) => Results.Text(request.Method);

        [Function("Action")]
        public IActionResult Action([HttpTrigger("get", Route = "action")] HttpRequest request) =>
            new OkObjectResult(new { Said = "from MVC" });

        [Function("Static")]
        public static IResult Static([HttpTrigger("get", Route = "static")] HttpRequest request) => Results.Text("static");

        [Function("Throws")]
        public Task<IResult> Throw([HttpTrigger("get", Route = "throws")] HttpRequest request) =>
            throw new InvalidOperationException("secret");

        [Function("Midway")]
        public async Task Midway([HttpTrigger("get", Route = "midway")] HttpRequest request)
        {
            await request.HttpContext.Response.WriteAsync("half of");
            await request.HttpContext.Response.Body.FlushAsync();
            throw new InvalidOperationException("an answer");
        }

        [Function("Instance")]
        public IResult Instance([HttpTrigger("get", Route = "instance")] HttpRequest request) => Results.Text($"{_instance}");

        [Function("Waits")]
        public async Task Wait([HttpTrigger("get", Route = "waits")] HttpRequest request, CancellationToken cancellationToken)
        {
            try
            {
                await recorder.HoldAsync("waiting", cancellationToken);
            }
            catch (OperationCanceledException)
            {
                recorder.Say("cancelled");
                throw;
            }
        }
    }
}
