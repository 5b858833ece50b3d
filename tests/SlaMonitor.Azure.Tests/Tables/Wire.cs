using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SlaMonitor.Azure.Tests.Tables;

/// <summary>
/// What lies between the client and Table storage: it counts the requests, and can fail at one of them, before the request has left or
/// after it was done and before the answer has come.
/// </summary>
internal sealed class Wire : HttpPipelinePolicy
{
    private int _requests;

    /// <summary>Requests so far.</summary>
    public int Requests => _requests;

    /// <summary>At which request it fails; the first is 1.</summary>
    public int? FailAt { get; init; }

    /// <summary>Whether the request that fails is done all the same.</summary>
    public bool AfterTheRequest { get; init; }

    /// <summary>Whether every later request fails as well, as in a process that has died, or in an outage.</summary>
    public bool ForGood { get; init; }

    /// <summary>What happens when a request, known by its number, has been done and before anybody hears of it.</summary>
    public Func<int, Task> Meanwhile { get; init; } = _ => Task.CompletedTask;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Interlocked.Increment(ref _requests);
        var fails = number == FailAt;
        if (ForGood && number > FailAt) throw Cut();
        if (fails && !AfterTheRequest) throw Cut();

        await ProcessNextAsync(message, pipeline);
        await Meanwhile(number);
        if (fails) throw Cut();
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    private static RequestFailedException Cut() => new("The connection was cut.");
}
