using System.Reflection;

namespace SlaMonitor.Functions.Tests.WorkerApi;

/// <summary>Types as C# writes them, with their nullability.</summary>
internal static class TypeNotation
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
    };

    public static string Of(ParameterInfo parameter) => Of(new NullabilityInfoContext().Create(parameter), parameter.ParameterType);

    public static string Of(PropertyInfo property) => Of(new NullabilityInfoContext().Create(property), property.PropertyType);

    public static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        return type.IsGenericType ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }

    private static string Of(NullabilityInfo info, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        var name = type.IsArray ? Of(info.ElementType!, type.GetElementType()!) + "[]"
            : type.IsGenericType
                ? $"{Bare(type)}<{Arguments(type, info)}>"
            : Name(type);
        // A type parameter without a constraint reads as nullable; nobody wrote a question mark.
        var isNullable = info.ReadState == NullabilityState.Nullable && type is { IsValueType: false, IsGenericParameter: false };
        return isNullable ? name + "?" : name;
    }

    private static string Bare(Type type) => type.Name.Split('`')[0];

    private static string Arguments(Type type, NullabilityInfo info) => string.Join(
        ", ", type.GetGenericArguments().Zip(info.GenericTypeArguments, (argument, nullability) => Of(nullability, argument)));
}
