using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.Local.Tests.Hosting.Http;

public sealed class BodyLimitTests
{
    private const int Limit = 1024 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_BodyOverTheLimit_Is413BeforeTheFunctionRuns(bool chunked)
    {
        await using var host = await TestHost.StartAsync([typeof(Sink)]);

        using var answer = await PostAsync(host, Limit + 1, chunked);

        await HttpFunctionTests.AssertProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge, $"The body has more than {Limit} bytes.");
        Assert.Empty(host.Recorder.Said);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_BodyAtTheLimit_ReachesTheFunctionWhole(bool chunked)
    {
        await using var host = await TestHost.StartAsync([typeof(Sink)]);

        using var answer = await PostAsync(host, Limit, chunked);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([$"{Limit}"], host.Recorder.Said);
    }

    [Fact]
    public async Task Post_BodyFarOverTheLimit_IsAnsweredAllTheSame()
    {
        await using var host = await TestHost.StartAsync([typeof(Sink)]);

        using var answer = await PostAsync(host, 8 * Limit, chunked: true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(TestHost host, int size, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sink") { Content = new ByteArrayContent(new byte[size]) };
        request.Headers.TransferEncodingChunked = chunked;
        return await host.Http.SendAsync(request);
    }

    internal sealed class Sink(Recorder recorder)
    {
        [Function("Sink")]
        public async Task<IResult> Run([HttpTrigger("post", Route = "sink")] HttpRequest request)
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            recorder.Say($"{body.Length}");
            return Results.Ok();
        }
    }
}
