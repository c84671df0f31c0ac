package lab.kernel;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A variable of a cell, or a static field of a class that a cell declares. */
record Variable(Field field) {

    static List<Variable> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> !field.getType().isPrimitive())
                .map(Variable::new)
                .toList();
    }

    String name() {
        return field.getName();
    }

    /** Clears the value: sets it to null, or empties the collection of a final field. */
    boolean clear() {
        try {
            field.setAccessible(true);
            var value = field.get(null);
            return value != null && letGo(value);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError stays) {
            return false;
        }
    }

    private boolean letGo(Object value) throws IllegalAccessException {
        if (!Modifier.isFinal(field.getModifiers())) {
            field.set(null, null);
        } else if (value instanceof Collection<?> collection) {
            collection.clear();
        } else if (value instanceof Map<?, ?> map) {
            map.clear();
        } else {
            return false;
        }
        return true;
    }
}
