using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using SlaMonitor.Worker.Tests.Host.Wire;

namespace SlaMonitor.Worker.Tests.Host;

/// <summary>
/// The host's door to the world: it finds the function by route and method, the first by name that fits, checks the key, and hands the
/// request to the worker's own web server together with an invocation of the same id. Its own answers have no body, and a method that no
/// function takes is as unknown as a path.
/// </summary>
internal sealed class HttpFront : IAsyncDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";
    private const string KeyHeader = "x-functions-key";
    private static readonly string[] ConnectionHeaders = ["Connection", "Transfer-Encoding", "Keep-Alive", "Host"];

    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _worker = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Uri _workerAddress;
    private readonly Func<Function, InvocationRequest, Task<InvocationResponse>> _invoke;
    private int _requests;

    private HttpFront(WebApplication app, Uri workerAddress, Func<Function, InvocationRequest, Task<InvocationResponse>> invoke)
    {
        _app = app;
        _workerAddress = workerAddress;
        _invoke = invoke;
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<HttpFront> StartAsync(
        IEnumerable<Function> functions, Uri workerAddress, Func<Function, InvocationRequest, Task<InvocationResponse>> invoke)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var front = new HttpFront(builder.Build(), workerAddress, invoke);
        front._app.Use(HideOtherMethodsAsync);
        front._app.UseRouting();
        foreach (var (place, function) in functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Index())
        {
            var route = $"/{function.Route}";
            RequestDelegate serve = context => front.ServeAsync(function, context);
            var mapped = function.Methods.Count == 0 ? front._app.Map(route, serve) : front._app.MapMethods(route, function.Methods, serve);
            mapped.WithOrder(place); // the host tries them in this order, and not the most particular route first
        }

        await front._app.StartAsync();
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _worker.Dispose();
    }

    private static async Task HideOtherMethodsAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        // What a function has answered goes out as it is.
        if (context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status405MethodNotAllowed) return;

        context.Response.Headers.Remove("Allow");
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task ServeAsync(Function function, HttpContext context)
    {
        var key = context.Request.Headers[KeyHeader].FirstOrDefault() ?? context.Request.Query["code"].FirstOrDefault();
        if (function.Level != "Anonymous" && key != StandInHost.FunctionKey)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var invocation = new InvocationRequest { InvocationId = $"request-{Interlocked.Increment(ref _requests)}" };
        var http = new RpcHttp();
        foreach (var (name, value) in context.Request.RouteValues)
        {
            http.Params[name] = $"{value}";
            invocation.TriggerMetadata[name] = new TypedData { String = $"{value}" };
        }

        invocation.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = new TypedData { Http = http } });

        var invoking = _invoke(function, invocation);
        using var request = RequestOf(context, invocation.InvocationId);
        using var answer = await _worker.SendAsync(request, context.RequestAborted);
        await CopyAsync(answer, context.Response);
        await invoking;
    }

    private HttpRequestMessage RequestOf(HttpContext context, string invocationId)
    {
        // The line as it was sent: what the path escapes, the worker is to find escaped.
        var line = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var asked = context.Request;
        var request = new HttpRequestMessage(new HttpMethod(asked.Method), _workerAddress.GetLeftPart(UriPartial.Authority) + line);
        if (asked.ContentLength > 0 || asked.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(asked.Body);
        foreach (var (name, values) in asked.Headers)
        {
            if (ConnectionHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        request.Headers.Host = asked.Host.Value;
        request.Headers.Add(InvocationHeader, invocationId);
        return request;
    }

    private static async Task CopyAsync(HttpResponseMessage answer, HttpResponse response)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!ConnectionHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) response.Headers[name] = values.ToArray();
        }

        if (!HttpMethods.IsHead(response.HttpContext.Request.Method)) await answer.Content.CopyToAsync(response.Body);
    }
}
