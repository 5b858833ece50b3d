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

    /// <summary>
    /// host.json sets no prefix, so that the root can be served: a route is the whole address, and stays what helpdesks were given.
    /// </summary>
    [Fact]
    public void Function_Route_IsBelowApi_ButForTheOneThatAnswersTheRest()
    {
        Assert.Contains("\"routePrefix\": \"\"", Repository.Read("host.json"), StringComparison.Ordinal);
        var routes = All.Select(function => (function.Name, Trigger: function.Method.GetParameters()
                .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(trigger => trigger is not null)))
            .Where(function => function.Trigger is not null && function.Name != "ZAnswerTheRest");
        Assert.All(routes, function => Assert.True(
            function.Trigger!.Route?.StartsWith("api/", StringComparison.Ordinal), $"The route of {function.Name} begins with api/."));
    }

    [Fact]
    public void Function_Lines_AreFew() =>
        Assert.DoesNotContain(Repository.Files("src/SlaMonitor.Functions/Doors", "*.cs"), file => Repository.LinesOf(file) > 60);
}
