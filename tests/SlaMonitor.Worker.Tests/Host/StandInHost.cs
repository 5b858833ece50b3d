using System.Net;
using System.Text;
using Azure.Core.Amqp;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlaMonitor.Worker.Tests.Build;
using SlaMonitor.Worker.Tests.Host.Wire;

namespace SlaMonitor.Worker.Tests.Host;

/// <summary>
/// As much of the Functions host as a worker meets: it starts the worker, greets it, loads what functions it has, and invokes them. It has
/// no timers, no queues and no retries of its own: tests say when.
/// </summary>
internal sealed class StandInHost : IAsyncDisposable
{
    public const string FunctionKey = "the-function-key";

    /// <summary>By which the worker has every message of these tests.</summary>
    public static readonly Guid LockToken = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private readonly WebApplication _rpc;
    private readonly Conversation _worker;
    private readonly WorkerProcess _process;
    private HttpFront? _front;
    private int _invocations;

    private StandInHost(WebApplication rpc, Conversation worker, WorkerProcess process)
    {
        _rpc = rpc;
        _worker = worker;
        _process = process;
    }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public WorkerInitResponse Greeting { get; private set; } = null!;

    public IReadOnlyList<Function> Functions { get; private set; } = [];

    public IReadOnlyList<RpcLog> Logs => _worker.Logs;

    public string Output => _process.Output;

    /// <summary>Starts a worker and loads its functions.</summary>
    /// <exception cref="WorkerEndedException">The worker ended before it spoke.</exception>
    public static async Task<StandInHost> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var worker = new Conversation();
        var rpc = await ListenAsync(worker);
        var host = new StandInHost(rpc, worker, WorkerProcess.Start(new Uri(rpc.Urls.Single()), settings));
        try
        {
            await host.LoadAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>A tick of a timer.</summary>
    public Task<InvocationResponse> TickAsync(string function) => InvokeAsync(function, new TypedData
    {
        Json = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""",
    });

    /// <summary>A message of a queue, as the host's extension hands it over: the token of its lock, then the message in AMQP.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="body">The message's body.</param>
    /// <param name="invocationId">What a cancellation has to name.</param>
    public Task<InvocationResponse> DeliverAsync(string function, string body, string? invocationId = null)
    {
        ReadOnlyMemory<byte> bytes = Encoding.UTF8.GetBytes(body);
        var message = new AmqpAnnotatedMessage(AmqpMessageBody.FromData([bytes]));
        message.Properties.MessageId = new AmqpMessageId("a-message");
        var content = new ModelBindingData
        {
            Version = "1.0",
            Source = "AzureServiceBusReceivedMessage",
            ContentType = "application/octet-stream",
            Content = ByteString.CopyFrom([.. LockToken.ToByteArray(), .. message.ToBytes().ToArray()]),
        };
        return InvokeAsync(function, new TypedData { ModelBindingData = content }, invocationId);
    }

    /// <summary>Asks the worker to give up an invocation.</summary>
    public Task CancelAsync(string invocationId) =>
        _worker.TellAsync(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocationId } });

    /// <summary>
    /// Asks the worker to end, as the host does when it scales in. A signal beside it could end it before it has tidied up.
    /// </summary>
    public async Task<int> StopAsync()
    {
        await _worker.TellAsync(new StreamingMessage { WorkerTerminate = new WorkerTerminate() });
        return await _process.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_front is not null) await _front.DisposeAsync();
        await _process.DisposeAsync();
        await _rpc.DisposeAsync();
        _worker.Dispose();
    }

    private static async Task<WebApplication> ListenAsync(Conversation worker)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(worker);
        var app = builder.Build();
        app.MapGrpcService<Conversation>();
        await app.StartAsync();
        return app;
    }

    private async Task LoadAsync()
    {
        var ended = _process.EndAsync();
        if (await Task.WhenAny(_worker.Started, ended) == ended) throw new WorkerEndedException(await ended, _process.Output);
        Assert.Equal(WorkerProcess.Id, await _worker.Started);

        Greeting = (await _worker.AskAsync(new StreamingMessage
        {
            WorkerInitRequest = new WorkerInitRequest
            {
                HostVersion = "4.1037.0.0",
                WorkerDirectory = AzureBuild.Folder,
                FunctionAppDirectory = AzureBuild.Folder,
            },
        })).WorkerInitResponse;
        Expect(Greeting.Result);

        var told = (await _worker.AskAsync(new StreamingMessage
        {
            FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = AzureBuild.Folder },
        })).FunctionMetadataResponse;
        Expect(told.Result);
        Assert.False(told.UseDefaultMetadataIndexing, "The worker knows its functions itself.");
        Functions = [.. told.FunctionMetadataResults.Select(Function.Of)];
        foreach (var function in Functions)
        {
            var loaded = await _worker.AskAsync(new StreamingMessage
            {
                FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.Id, Metadata = function.Metadata },
            });
            Expect(loaded.FunctionLoadResponse.Result);
        }

        _front = await HttpFront.StartAsync(
            Functions.Where(function => function.Kind == "httpTrigger"), new Uri(Greeting.Capabilities["HttpUri"]), InvokeAsync);
        Http.BaseAddress = _front.Address;
    }

    private Task<InvocationResponse> InvokeAsync(string name, TypedData trigger, string? invocationId = null)
    {
        var function = Functions.Single(function => function.Name == name);
        return InvokeAsync(function, new InvocationRequest
        {
            InvocationId = invocationId ?? $"invocation-{Interlocked.Increment(ref _invocations)}",
            InputData = { new ParameterBinding { Name = function.Parameter, Data = trigger } },
        });
    }

    private async Task<InvocationResponse> InvokeAsync(Function function, InvocationRequest request)
    {
        request.FunctionId = function.Id;
        (request.TraceContext, request.RetryContext) = (new RpcTraceContext(), new RetryContext());
        return (await _worker.AskAsync(new StreamingMessage { InvocationRequest = request })).InvocationResponse;
    }

    private void Expect(StatusResult result) => Assert.True(
        result.Status == StatusResult.Types.Status.Success, $"{result.Exception?.Message}\n{_process.Output}");
}

/// <summary>The worker ended before it spoke to the host.</summary>
internal sealed class WorkerEndedException(int exitCode, string output) : Exception($"The worker ended with {exitCode}:\n{output}")
{
    public int ExitCode => exitCode;

    public string Output => output;
}
