using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.Functions.Api;

/// <summary>Every door of the program, read from the attributes that the hosts read too.</summary>
internal static class DoorCatalog
{
    /// <summary>The doors with methods of their own, by name. The one that answers the rest is none of them.</summary>
    public static IReadOnlyList<Door> All { get; } =
        [.. Find().Where(door => door.Methods.Count > 0).OrderBy(door => door.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Which methods a path takes, in the order of the alphabet; none where nothing is there.</summary>
    public static IReadOnlyList<string> MethodsOf(PathString path) =>
        [
            .. All.Where(door => door.IsAt(path)).SelectMany(door => door.Methods)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];

    /// <summary>The door that a class is.</summary>
    public static Door Of(Type type) => All.Single(door => door.Run.DeclaringType == type);

    private static IEnumerable<Door> Find() =>
        from type in typeof(DoorCatalog).Assembly.GetExportedTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        let trigger = method.GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null)
        where trigger is not null
        select new Door(method, function.Name, trigger);
}
