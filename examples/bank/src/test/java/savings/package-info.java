/** A savings account whose contract finds twelve seeded bugs. */
package savings;
