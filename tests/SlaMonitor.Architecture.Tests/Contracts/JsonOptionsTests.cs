using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlaMonitor.Architecture.Tests.Contracts;

/// <summary>
/// Options of JSON are finished before anybody uses them. ASP.NET completes what is not, and does so in two steps: of two first requests
/// at the same moment one then fails, after its event was stored.
/// </summary>
public sealed class JsonOptionsTests
{
    private const BindingFlags AnyStatic =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<(string Place, Func<object?> Value)> Statics =
        [.. from assembly in Assemblies.All
            from type in assembly.GetTypes()
            where !type.ContainsGenericParameters
            from field in type.GetFields(AnyStatic)
            where field.FieldType == typeof(JsonSerializerOptions) || typeof(JsonSerializerContext).IsAssignableFrom(field.FieldType)
            // What a generated context copies its own options from is used for nothing else.
            where field.FieldType != typeof(JsonSerializerOptions) || !typeof(JsonSerializerContext).IsAssignableFrom(type)
            select ($"{type.FullName}.{field.Name}", (Func<object?>)(() => field.GetValue(null)))];

    [Fact]
    public void StaticOptions_AreReadOnly()
    {
        Assert.NotEmpty(Statics);
        Assert.DoesNotContain(Statics.Where(one => !IsReadOnly(one.Value())).Select(one => one.Place), _ => true);
    }

    private static bool IsReadOnly(object? value) => value switch
    {
        JsonSerializerOptions options => options.IsReadOnly,
        JsonSerializerContext context => context.Options.IsReadOnly,
        _ => true,
    };
}
