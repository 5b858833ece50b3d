using System.Net;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Doors;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>What is said to a method that an address does not take, and to an address where nothing is.</summary>
public sealed class AnswerTheRestTests(OneMonitor running) : IClassFixture<OneMonitor>
{
    /// <summary>A method of HTTP that no door will ever take.</summary>
    private static readonly HttpMethod Never = new("LOCK");

    public static TheoryData<string> Doors => [.. DoorCatalog.All.Select(door => door.Name)];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Door_AskedByAnotherMethod_Is405_WithWhatItTakes(string name)
    {
        var door = DoorCatalog.All.Single(one => one.Name == name);
        using var answer = await AskAsync(Never, OneMonitor.AddressOf(door));

        var problem = await answer.ProblemAsync(405);
        Assert.Superset(door.Methods.Append("OPTIONS").ToHashSet(), answer.Content.Headers.Allow.ToHashSet());
        Assert.Contains(string.Join(", ", answer.Content.Headers.Allow), (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/dead-letters/7", "DELETE, GET, HEAD, OPTIONS, POST")]
    [InlineData("/api/events", "OPTIONS, POST")]
    [InlineData("/API/Events/", "OPTIONS, POST")]
    public async Task Options_SaysWhatIsTaken(string path, string allowed)
    {
        using var answer = await AskAsync(HttpMethod.Options, path);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    [InlineData("LOCK")]
    public async Task NothingThere_Is404_ToEveryMethod(string method)
    {
        using var answer = await AskAsync(new HttpMethod(method), "/api/health/nothing/there");

        Assert.Equal($"No function answers {method} /api/health/nothing/there.", (string?)(await answer.ProblemAsync(404))["detail"]);
    }

    [Theory]
    [InlineData("/", "api/dashboard")]
    [InlineData("/?wall&lang=zh-CN", "api/dashboard?wall&lang=zh-CN")]
    public async Task Root_LeadsToTheBoard(string root, string board)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        http.BaseAddress = running.Monitor.Http.BaseAddress;
        using var answer = await http.GetAsync(root);
        Assert.Equal((HttpStatusCode.Found, board), (answer.StatusCode, answer.Headers.Location!.ToString()));

        using var followed = await running.Monitor.Http.GetAsync(root);
        Assert.Equal("/api/dashboard", followed.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("text/html", followed.Content.Headers.ContentType!.MediaType);

        using var posted = await http.PostAsync("/", content: null);
        await posted.ProblemAsync(405);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], posted.Content.Headers.Allow);
    }

    [Fact]
    public void Door_ThatIsRead_CanBeAskedForItsHead() =>
        Assert.All(DoorCatalog.All.Where(door => door.Methods.Contains("GET")), door => Assert.Contains("HEAD", door.Methods));

    [Fact]
    public async Task Head_HasNoBody()
    {
        using var answer = await AskAsync(HttpMethod.Head, "/api/promises");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The Functions host tries the functions in the order of their names, and takes the first that fits.</summary>
    [Theory]
    [MemberData(nameof(Doors))]
    public void Door_InTheOrderOfTheFunctionsHost_IsReached(string name)
    {
        var door = DoorCatalog.All.Single(one => one.Name == name);

        Assert.All(door.Methods, method => Assert.Equal(
            name,
            DoorCatalog.All.First(one => one.Methods.Contains(method) && one.IsAt(OneMonitor.AddressOf(door))).Name));
    }

    [Fact]
    public void TheRest_IsTheLastByName() =>
        Assert.All(DoorCatalog.All, door => Assert.True(
            string.Compare(door.Name, nameof(ZAnswerTheRest), StringComparison.OrdinalIgnoreCase) < 0,
            $"{door.Name} comes behind {nameof(ZAnswerTheRest)}: the Functions host would never reach it."));

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string path) =>
        running.Monitor.Http.SendAsync(new HttpRequestMessage(method, path));
}
