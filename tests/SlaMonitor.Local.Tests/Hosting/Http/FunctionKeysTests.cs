using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Tests.Hosting.Http;

public sealed class FunctionKeysTests
{
    [Theory]
    [InlineData("anonymous", null, 200)]
    [InlineData("anonymous", "wrong", 200)]
    [InlineData("function", null, 401)]
    [InlineData("function", "", 401)]
    [InlineData("function", "wrong", 401)]
    [InlineData("function", "of-functions", 200)]
    [InlineData("function", "of-the-admin", 200)]
    [InlineData("admin", null, 401)]
    [InlineData("admin", "of-functions", 401)]
    [InlineData("admin", "of-the-admin", 200)]
    [InlineData("function", "of-readers", 200)]
    [InlineData("admin", "of-readers", 401)]
    public async Task Request_KeysAreSet_WantsTheLevelsKey(string path, string? key, int expected)
    {
        await using var host = await TestHost.StartAsync(
            [typeof(Levels)], ["--set", "FunctionKey=of-functions", "--set", "AdminKey=of-the-admin", "--set", "ReaderKey=of-readers"]);

        using var byHeader = new HttpRequestMessage(HttpMethod.Get, $"/api/{path}");
        if (key is not null)
            byHeader.Headers.Add("x-functions-key", key);
        using var headerAnswer = await host.Http.SendAsync(byHeader);
        using var queryAnswer = await host.Http.GetAsync($"/api/{path}{(key is null ? "" : $"?code={key}")}");

        Assert.Equal(expected, (int)headerAnswer.StatusCode);
        Assert.Equal(expected, (int)queryAnswer.StatusCode);
    }

    [Fact]
    public async Task Request_WithoutTheKey_IsToldWhatIsWanted()
    {
        await using var host = await TestHost.StartAsync([typeof(Levels)], ["--set", "FunctionKey=k"]);

        await HttpFunctionTests.AssertProblemAsync(
            await host.Http.GetAsync("/api/function"), HttpStatusCode.Unauthorized,
            "This address wants the function key or the reader key, in the header x-functions-key or as ?code=.");
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("evil.example", 401)] // a web page whose name leads to this machine
    public async Task Request_NoKeyIsSet_MustBeAddressedToThisMachine(string name, int expected)
    {
        await using var host = await TestHost.StartAsync([typeof(Levels)]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/function");
        request.Headers.Host = name;

        using var answer = await host.Http.SendAsync(request);

        Assert.Equal(expected, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://10.1.2.3:8080")]
    [InlineData("http://localhost:8080;http://[::]:8081")]
    public void CreateBuilder_OpenAddressWithoutKey_IsRefused(string urls)
    {
        using var folder = new TempFolder();

        var problem = Assert.Throws<LocalHostException>(() => TestHost.CreateBuilder(TestHost.Options(folder, "--urls", urls)));

        Assert.Contains("no key protects the functions: set FunctionKey", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OpenAddressWithKey_Listens()
    {
        await using var host = await TestHost.StartAsync([typeof(Levels)], ["--urls", "http://0.0.0.0:0", "--set", "FunctionKey=k"]);
        var port = host.Http.BaseAddress!.Port;

        using var answer = await host.Http.GetAsync(new Uri($"http://127.0.0.1:{port}/api/function?code=k"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    internal sealed class Levels
    {
        [Function("Anonymous")]
        public IResult Anonymous([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "anonymous")] HttpRequest request) =>
            Results.Ok();

        [Function("Function")]
        public IResult Function([HttpTrigger(AuthorizationLevel.Function, "get", Route = "function")] HttpRequest request) => Results.Ok();

        [Function("Admin")]
        public IResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "admin")] HttpRequest request) => Results.Ok();
    }
}
