using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.Local.Tests.Hosting.Connections;

public sealed class ConnectionGateTests
{
    private const int Most = 4;
    private static readonly string[] Few = ["--set", $"Local:Connections={Most}"];

    [Fact]
    public async Task Request_IdleConnectionsTakeAllThereIs_IsAnsweredAndTheLongestIdleCloses()
    {
        await using var host = await TestHost.StartAsync([typeof(Answering)], Few);
        using var idle = new Connections(host);
        for (var i = 0; i < Most; i++)
        {
            await idle.OpenAsync(1, "GET /api/here HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await idle.WaitForAnswerAsync(i);
        }

        Assert.Equal("here", await host.Http.GetStringAsync("/api/here"));

        Assert.True(await idle.IsClosedAsync(0));
        Assert.All(Enumerable.Range(1, Most - 1), i => Assert.False(idle.IsClosedNow(i)));
    }

    [Fact]
    public async Task Request_ManyTimesAsManyConnectionsWereOpened_IsAnswered()
    {
        await using var host = await TestHost.StartAsync([typeof(Answering)], Few);
        using var idle = new Connections(host);
        await idle.OpenAsync(10 * Most);

        Assert.Equal("here", await host.Http.GetStringAsync("/api/here"));
    }

    [Fact]
    public async Task Request_BodiesTrickleInOnAllConnections_IsAnswered()
    {
        await using var host = await TestHost.StartAsync([typeof(Answering)], Few);
        using var slow = new Connections(host);
        await slow.OpenAsync(Most, "POST /api/here HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx");

        Assert.Equal("here", await host.Http.GetStringAsync("/api/here"));
    }

    [Fact]
    public async Task Request_AllConnectionsAreBeingAnswered_IsTold503AtOnceAndTheOthersAreAnswered()
    {
        await using var host = await TestHost.StartAsync([typeof(Answering)], Few);
        using var busy = new Connections(host);
        await busy.OpenAsync(Most, "GET /api/held HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        await host.Recorder.WaitForAsync(Most);

        using var refused = new Connections(host);
        await refused.OpenAsync(1, "GET /api/here HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var answer = await refused.ReadAllAsync(0);
        host.Recorder.Gate.Release(Most);

        Assert.StartsWith("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\n", answer, StringComparison.Ordinal);
        for (var i = 0; i < Most; i++)
            Assert.StartsWith("HTTP/1.1 200 OK", await busy.ReadAllAsync(i), StringComparison.Ordinal);
        Assert.Equal("here", await host.Http.GetStringAsync("/api/here"));
    }

    [Fact]
    public async Task Start_SaysTheLimits()
    {
        await using var host = await TestHost.StartAsync([typeof(Answering)], Few);

        Assert.Contains("    limits    4 connections", host.Output.ToString(), StringComparison.Ordinal);
    }

    internal sealed class Answering(Recorder recorder)
    {
        [Function("Here")]
        public IResult Here([HttpTrigger("get", "post", Route = "here")] HttpRequest request) => Results.Text("here");

        [Function("Held")]
        public async Task<IResult> Held([HttpTrigger("get", Route = "held")] HttpRequest request, CancellationToken cancellationToken)
        {
            await recorder.HoldAsync("held", cancellationToken);
            return Results.Text("held");
        }
    }

    /// <summary>Connections as anybody can open them, one after the other.</summary>
    private sealed class Connections(TestHost host) : IDisposable
    {
        private readonly List<TcpClient> _clients = [];

        public async Task OpenAsync(int count, string said = "")
        {
            for (var i = 0; i < count; i++)
            {
                var client = new TcpClient();
                _clients.Add(client);
                await client.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(said));
            }
        }

        /// <summary>Reads an answer to its end.</summary>
        public async Task WaitForAnswerAsync(int index)
        {
            var said = "";
            var bytes = new byte[1024];
            while (!said.EndsWith("here", StringComparison.Ordinal))
                said += Encoding.ASCII.GetString(bytes, 0, await _clients[index].GetStream().ReadAsync(bytes));
        }

        public async Task<string> ReadAllAsync(int index)
        {
            using var reader = new StreamReader(_clients[index].GetStream(), Encoding.ASCII);
            return await reader.ReadToEndAsync();
        }

        /// <summary>Waits until the other side closes.</summary>
        public async Task<bool> IsClosedAsync(int index)
        {
            try
            {
                return await _clients[index].GetStream().ReadAsync(new byte[1]) == 0;
            }
            catch (IOException)
            {
                return true; // reset
            }
        }

        public bool IsClosedNow(int index) => _clients[index].Client.Poll(0, SelectMode.SelectRead);

        public void Dispose()
        {
            foreach (var client in _clients) client.Dispose();
        }
    }
}
