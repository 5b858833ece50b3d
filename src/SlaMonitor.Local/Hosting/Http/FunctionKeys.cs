using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Monitoring.Access;

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
        if (level == AuthorizationLevel.Anonymous || keys.Allow(CallerOf(context.Request), RoleOf(level, context.Request)))
            return next(context);
        return Problem.Unauthorized(keys.AreSet
            ? $"This address wants {KeyOf(RoleOf(level, context.Request))}, in the header {AccessKeys.Header} or as ?{AccessKeys.Query}=."
            : "No key is set, so this address answers only requests to localhost. "
                + $"Set {AccessKeys.FunctionKeySetting} to have it answer others.")
            .ExecuteAsync(context);
    }

    private static Caller CallerOf(HttpRequest request) => new(
        request.Headers[AccessKeys.Header].FirstOrDefault(), request.Query[AccessKeys.Query].FirstOrDefault(),
        request.HttpContext.Connection.RemoteIpAddress, request.Host.Host);

    /// <summary>The least role that may call a function of a level: to look, at one that is not for administrators, a reader's.</summary>
    private static Role RoleOf(AuthorizationLevel level, HttpRequest request) =>
        level != AuthorizationLevel.Function ? Role.Admin
        : HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? Role.Reader
        : Role.Agent;

    private static string KeyOf(Role role) => role switch
    {
        Role.Admin => "the admin key",
        Role.Agent => "the function key",
        _ => "the function key or the reader key",
    };
}
