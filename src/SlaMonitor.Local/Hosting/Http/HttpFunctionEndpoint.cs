using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Local.Hosting.Running;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>Calls one HTTP function and writes what it gives back.</summary>
internal sealed class HttpFunctionEndpoint(HttpFunction function, FunctionRunner runner)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!TryBind(context, out var arguments, out var problem))
        {
            await Problem.BadRequest(problem).ExecuteAsync(context);
            return;
        }

        var result = await runner.RunAsync(
            function.Method, context.RequestServices, token => WithToken(arguments, token), context.RequestAborted);
        if (result is IResult answer)
            await answer.ExecuteAsync(context);
        else if (result is IActionResult action)
            await action.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }

    private bool TryBind(HttpContext context, out object?[] arguments, out string problem)
    {
        problem = "";
        arguments = new object?[function.Method.Parameters.Count];
        foreach (var (index, parameter) in function.Method.Parameters.Index())
        {
            if (parameter.ParameterType == typeof(HttpRequest))
            {
                arguments[index] = context.Request;
            }
            else if (RouteValue.CanBind(parameter.ParameterType) && !TryBindRoute(context, parameter, out arguments[index]))
            {
                problem = $"'{context.GetRouteValue(parameter.Name!)}' in the path is not a {parameter.ParameterType.Name}.";
                return false;
            }
        }

        return true;
    }

    private static bool TryBindRoute(HttpContext context, ParameterInfo parameter, out object? value)
    {
        value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return context.GetRouteValue(parameter.Name!)?.ToString() is not { } text
            || RouteValue.TryBind(text, parameter.ParameterType, out value);
    }

    private object?[] WithToken(object?[] arguments, CancellationToken token)
    {
        foreach (var (index, parameter) in function.Method.Parameters.Index())
        {
            if (parameter.ParameterType == typeof(CancellationToken))
                arguments[index] = token;
        }

        return arguments;
    }
}
