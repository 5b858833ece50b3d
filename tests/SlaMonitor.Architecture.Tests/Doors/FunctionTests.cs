using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.Architecture.Tests.Doors;

/// <summary>A function is found by its name: the class, the file, the log and the portal call it the same.</summary>
public sealed class FunctionTests
{
    private static readonly IReadOnlyList<(Type Door, MethodInfo Method, string Name)> All =
        [.. from type in Assemblies.Functions.GetTypes()
            from method in type.GetMethods()
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            select (type, method, function.Name)];

    [Fact]
    public void Function_Name_IsThatOfItsClass() => Assert.All(All, function => Assert.Equal(function.Door.Name, function.Name));

    [Fact]
    public void Function_Class_HasNoOther() => Assert.DoesNotContain(All.GroupBy(function => function.Door), door => door.Count() > 1);

    [Fact]
    public void Function_Class_IsADoor()
    {
        Assert.NotEmpty(All);
        Assert.All(All, function => Assert.Equal("SlaMonitor.Functions.Doors", function.Door.Namespace));
        Assert.All(All, function =>
            Assert.True(
                function.Door is { IsPublic: true, IsSealed: true },
                $"{function.Door.Name} is public, for the worker, and sealed."));
    }

    [Fact]
    public void Function_Lines_AreFew() =>
        Assert.DoesNotContain(Repository.Files("src/SlaMonitor.Functions/Doors", "*.cs"), file => Repository.LinesOf(file) > 60);
}
