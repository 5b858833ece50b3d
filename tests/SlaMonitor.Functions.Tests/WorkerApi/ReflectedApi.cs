using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SlaMonitor.Functions.Tests.WorkerApi;

/// <summary>Loaded types in the notation of <c>worker-api.txt</c>.</summary>
internal static class ReflectedApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static PublicApi Of(IEnumerable<Type> types) =>
        PublicApi.Parse(string.Join('\n', types.SelectMany(Lines)));

    private static IEnumerable<string> Lines(Type type)
    {
        if (type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage)
            yield return Usage(usage);
        var bases = Bases(type);
        yield return $"{type.Namespace}: public {Kind(type)} "
            + $"{TypeNotation.Name(type)}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}";
        foreach (var member in Members(type))
            yield return "    " + member;
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static List<string> Bases(Type type)
    {
        if (type.IsEnum)
            return [];
        var parent = type.BaseType is { } up && up != typeof(object) ? up : null;
        var inherited = type.GetInterfaces().SelectMany(face => face.GetInterfaces()).Concat(parent?.GetInterfaces() ?? []).ToHashSet();
        return [.. new[] { parent }
            .OfType<Type>()
            .Concat(type.GetInterfaces().Where(face => !inherited.Contains(face)))
            .Select(TypeNotation.Name)];
    }

    private static string Usage(AttributeUsageAttribute usage)
    {
        var said = usage.AllowMultiple ? ", AllowMultiple=True" : "";
        return $"[AttributeUsage({usage.ValidOn}{said})]";
    }

    private static IEnumerable<string> Members(Type type) => type.IsEnum
        ? Enum.GetValues(type).Cast<object>().Select(value => $"{value} = {Convert.ToInt32(value, CultureInfo.InvariantCulture)}")
        : [.. type.GetConstructors(Declared).Where(IsVisible).Select(Constructor),
            .. type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Property),
            .. type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName).Select(Method),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(field => $"field {field.Name}")];

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)}{TypeNotation.Name(constructor.DeclaringType!)}({Parameters(constructor)})";

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
        var get = accessors.Contains(property.GetMethod!) ? "get; " : "";
        var set = accessors.Contains(property.SetMethod!) ? "set; " : "";
        return $"{Access(accessors[0])}{TypeNotation.Of(property)} {property.Name} {{ {get}{set}}}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        return $"{Access(method)}{TypeNotation.Of(method.ReturnParameter)} {method.Name}{generic}({Parameters(method)})";
    }

    // A method that implements an interface is virtual to the runtime; final says that it was not written so.
    private static string Access(MethodBase method) =>
        (method.IsPublic ? "public " : "protected ")
        + (method.IsConstructor || method.DeclaringType!.IsInterface ? ""
            : method.IsStatic ? "static "
            : method.IsAbstract ? "abstract "
            : !method.IsVirtual || method.IsFinal ? ""
            : ((MethodInfo)method).GetBaseDefinition() != method ? "override " : "virtual ");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.Position == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "")
        + (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
        + $"{TypeNotation.Of(parameter)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "")));
}
