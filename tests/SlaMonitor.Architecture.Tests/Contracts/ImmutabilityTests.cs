using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SlaMonitor.Architecture.Tests.Contracts;

/// <summary>What crosses a border can be handed to anybody: nobody can change it behind another's back.</summary>
public sealed class ImmutabilityTests
{
    public static TheoryData<Type> Data =>
        [.. Assemblies.Core.GetExportedTypes()
            .Concat(Assemblies.Monitoring.GetExportedTypes().Where(type => type.Namespace == "SlaMonitor.Monitoring.Ports"))
            .Where(type => !type.IsEnum && !type.IsInterface && !typeof(Exception).IsAssignableFrom(type))];

    [Theory]
    [MemberData(nameof(Data))]
    public void PublicType_OfCoreOrPorts_CannotBeChanged(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

        Assert.DoesNotContain(properties, property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter));
        Assert.DoesNotContain(fields, field => field is { IsInitOnly: false, IsLiteral: false });
        Assert.DoesNotContain(properties, property => IsMutableCollection(property.PropertyType));
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsMutableCollection(Type type) =>
        type.IsArray
        || (typeof(IEnumerable).IsAssignableFrom(type) && type.GetInterfaces().Append(type).Any(IsChangeable) && !IsFrozen(type));

    private static bool IsChangeable(Type type) => type == typeof(IList) || type == typeof(IDictionary)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollection<>));

    private static bool IsFrozen(Type type) => type.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen";
}
