using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace SlaMonitor.Local.Hosting.Running;

/// <summary>A method that is a function: how to call it, and what it gives back.</summary>
internal sealed class FunctionMethod
{
    private readonly MethodInvoker _invoker;
    private readonly PropertyInfo? _result;

    public FunctionMethod(MethodInfo method)
    {
        Method = method;
        Name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        Parameters = method.GetParameters();
        _invoker = MethodInvoker.Create(method);
        var returned = method.ReturnType;
        if (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>))
            _result = returned.GetProperty(nameof(Task<>.Result));
        ResultType = _result?.PropertyType ?? (returned == typeof(Task) ? typeof(void) : returned);
    }

    public string Name { get; }

    public MethodInfo Method { get; }

    public Type DeclaringType => Method.DeclaringType!;

    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>What the function gives back once awaited.</summary>
    public Type ResultType { get; }

    /// <summary>Where a reader finds it: <c>Class.Method</c>.</summary>
    public string Place => $"{DeclaringType.Name}.{Method.Name}";

    /// <summary>The arguments of a method that takes the trigger's value and perhaps a token.</summary>
    public object?[] Arguments(object trigger, CancellationToken cancellationToken) =>
        [.. Parameters.Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? cancellationToken : trigger)];

    public async Task<object?> InvokeAsync(IServiceProvider services, object?[] arguments)
    {
        var target = Method.IsStatic ? null : services.GetRequiredService(DeclaringType);
        var returned = _invoker.Invoke(target, arguments);
        if (returned is not Task task)
            return returned;
        await task;
        return _result?.GetValue(task);
    }
}
