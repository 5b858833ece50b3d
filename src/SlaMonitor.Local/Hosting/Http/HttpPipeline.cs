using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Local.Hosting.Connections;
using SlaMonitor.Local.Hosting.Running;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>The way of a request: errors, route, site, key, body, function.</summary>
internal static class HttpPipeline
{
    public static void Map(WebApplication app, IReadOnlyList<HttpFunction> functions, HostJson hostJson)
    {
        app.UseMiddleware<ErrorBoundary>();
        app.UseRouting();
        app.Use(NotFoundUnlessOurs);
        app.UseMiddleware<CrossSiteGuard>();
        app.UseMiddleware<FunctionKeys>();
        app.UseMiddleware<BodyLimit>();
        app.Use(app.Services.GetRequiredService<ConnectionGate>().RunAsync);

        var runner = app.Services.GetRequiredService<FunctionRunner>();
        foreach (var function in functions)
        {
            var route = Route(function, hostJson);
            RequestDelegate invoke = new HttpFunctionEndpoint(function, runner).InvokeAsync;
            var endpoint = function.Verbs.Count == 0 ? app.Map(route, invoke) : app.MapMethods(route, function.Verbs, invoke);
            endpoint.WithMetadata(new RequiredLevel(function.Name, function.Level));
        }

        ClockEndpoints.Map(app);
    }

    public static string Route(HttpFunction function, HostJson hostJson) => $"{hostJson.RoutePrefix}/{function.Route}".Trim('/');

    // A wrong method on a known route is 404 on the real host; ASP.NET Core routes it to an endpoint of its own that says 405.
    private static Task NotFoundUnlessOurs(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequiredLevel>() is null
            ? Problem.NotFound(context).ExecuteAsync(context)
            : next(context);
}
