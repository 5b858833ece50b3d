using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>
/// Who may call: the real host checks keys before the worker sees a request, so this host must too. With no key set, requests of this
/// machine need none, as under <c>func start</c>.
/// </summary>
internal sealed class FunctionKeys(RequestDelegate next, AccessKeys keys)
{
    public Task InvokeAsync(HttpContext context)
    {
        var level = context.GetEndpoint()?.Metadata.GetMetadata<RequiredLevel>()?.Level ?? AuthorizationLevel.Admin;
        if (level == AuthorizationLevel.Anonymous || MayPass(context.Request, level))
            return next(context);
        return Problem.Unauthorized(keys.AreSet
            ? $"This address wants the {(level == AuthorizationLevel.Admin ? "admin" : "function")} key, in the header {AccessKeys.Header} "
                + $"or as ?{AccessKeys.Query}=."
            : "No key is set, so this address answers only requests to localhost. "
                + $"Set {AccessKeys.FunctionKeySetting} to have it answer others.")
            .ExecuteAsync(context);
    }

    private bool MayPass(HttpRequest request, AuthorizationLevel level)
    {
        var caller = new Caller(
            request.Headers[AccessKeys.Header].FirstOrDefault(), request.Query[AccessKeys.Query].FirstOrDefault(),
            request.HttpContext.Connection.RemoteIpAddress, request.Host.Host);
        return level == AuthorizationLevel.Function ? keys.LetPass(caller) : keys.LetPassAsAdmin(caller);
    }
}
